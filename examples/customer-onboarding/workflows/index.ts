/** Every workflow that the worker runs. */
export * from './onboard-customer';
export * from './customer-onboarding.workflow';
