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

  inStock: z.boolean().default(false),
  receipt: z.string().default(''),
  parcel: z.string().default(''),
  trackingNumber: z.string().default(''),
});

/** What the completion of a human task must look like, by element id. */
export const tasks = {
  Task_FixPayment: z.object({ card: z.string().min(1) }),
};
