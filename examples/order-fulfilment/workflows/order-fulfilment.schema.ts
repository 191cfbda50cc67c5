import { z } from 'zod';

/**
 * Variables of the process. A start gives what has no default; the rest is what the steps find out, with a default so
 * that conditions and activities can rely on a value.
 */
export const Variables = z.object({
  orderId: z.string().min(1),
  sku: z.string().min(1),
  quantity: z.number().int().positive(),
  amount: z.number().positive(),
  card: z.string().min(1),
  address: z.string().min(1),
  email: z.email(),
  /** How long the customer waits for goods that are out of stock: an ISO 8601 duration. */
  patience: z.iso.duration().default('P7D'),

  reservation: z.string().default(''),
  receipt: z.string().default(''),
  parcel: z.string().default(''),
  booking: z.string().default(''),
  trackingNumber: z.string().default(''),
  status: z.enum(['placed', 'shipped', 'given up', 'cancelled']).default('placed'),
});

/** What the completion of a human task must look like, by element id. */
export const tasks = {
  Task_FixPayment: z.object({ card: z.string().min(1) }),
};
