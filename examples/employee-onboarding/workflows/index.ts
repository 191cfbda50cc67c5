/** Every workflow that the worker runs. */
export * from './employee-offboarding.workflow';
export * from './employee-onboarding.workflow';
export * from './offboard-employee';
export * from './onboard-employee';
