/** All activities that the worker runs. */
export { payRefund } from './pay-refund';
export { sendMail } from './send-mail';
