import { z } from 'zod';

export const Variables = z.object({ stock: z.int() });
