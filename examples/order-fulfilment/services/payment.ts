import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Problem = z.object({ error: z.string(), message: z.string() });
const Charge = z.object({ orderId: z.string(), amount: z.number().positive(), card: z.string() });

/** The bank: charges cards, and gives the money back. Cards that end in 0000 are declined. */
export function startPayment(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'payment',
    description: 'Charges cards, and gives the money back.',
    data,
    tables: `
      create table if not exists charge
        (id integer primary key, order_id text, amount real, refunded integer default 0);
      create table if not exists voided (order_id text primary key)`,
    routes(app, database) {
      app.post(
        '/charges',
        {
          schema: {
            summary: 'Charge a card',
            body: Charge,
            response: {
              201: z.object({ receipt: z.string() }),
              402: Problem,
              410: Problem,
            },
          },
        },
        ({ body: { orderId, amount, card } }, reply) => {
          if (database.prepare('select 1 from voided where order_id = ?').get(orderId)) {
            reply.code(410);
            return { error: 'ORDER_VOIDED', message: `Nothing is charged for ${orderId} any more.` };
          }
          if (card.endsWith('0000')) {
            reply.code(402);
            return { error: 'CARD_DECLINED', message: `The bank declined the card of ${orderId}.` };
          }
          const insert = database.prepare('insert into charge (order_id, amount) values (?, ?)');
          const { lastInsertRowid } = insert.run(orderId, amount);
          reply.code(201);
          return { receipt: `receipt-${lastInsertRowid}` };
        },
      );

      app.post(
        '/charges/:receipt/refund',
        { schema: { summary: 'Give the money back', params: z.object({ receipt: z.string() }) } },
        ({ params }, reply) => {
          const id = Number(params.receipt.replace('receipt-', ''));
          const { changes } = database.prepare('update charge set refunded = 1 where id = ?').run(id);
          reply.code(changes === 1 ? 204 : 404).send();
        },
      );

      app.put(
        '/orders/:orderId/void',
        {
          schema: {
            summary: 'Give back all that was charged for an order, and charge nothing for it any more',
            params: z.object({ orderId: z.string() }),
          },
        },
        ({ params: { orderId } }, reply) => {
          database.prepare('insert or ignore into voided values (?)').run(orderId);
          database.prepare('update charge set refunded = 1 where order_id = ?').run(orderId);
          reply.code(204).send();
        },
      );
    },
  });
}
