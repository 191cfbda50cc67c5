import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

/** What the shop has at first of everything; of goods whose name begins with `RARE-` there are none. */
const PLENTY = 100;

const Goods = z.object({ sku: z.string(), quantity: z.number().int().positive() });
const Problem = z.object({ error: z.string(), message: z.string() });

/** Counts what is in the shop's stock, and keeps some of it for orders. */
export function startStock(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'stock',
    description: "Counts what is in the shop's stock, and keeps some of it for orders.",
    data,
    tables: `
      create table if not exists item (sku text primary key, quantity integer);
      create table if not exists reservation (id integer primary key, sku text, quantity integer)`,
    routes(app, database) {
      const quantityOf = (sku: string): number => {
        const initial = sku.startsWith('RARE-') ? 0 : PLENTY;
        database.prepare('insert or ignore into item values (?, ?)').run(sku, initial);
        return (database.prepare('select quantity from item where sku = ?').get(sku) as { quantity: number })
          .quantity;
      };
      const add = (sku: string, quantity: number) =>
        database.prepare('update item set quantity = ? where sku = ?').run(quantityOf(sku) + quantity, sku);

      app.get(
        '/items/:sku',
        {
          schema: {
            params: z.object({ sku: z.string() }),
            response: { 200: z.object({ quantity: z.number() }) },
          },
        },
        ({ params }) => ({ quantity: quantityOf(params.sku) }),
      );

      app.post(
        '/reservations',
        {
          schema: {
            summary: 'Keep goods for an order',
            body: Goods.extend({ orderId: z.string() }),
            response: { 201: z.object({ reservation: z.string() }), 409: Problem },
          },
        },
        ({ body: { sku, quantity } }, reply) => {
          const left = quantityOf(sku);
          if (left < quantity) {
            reply.code(409);
            return { error: 'OUT_OF_STOCK', message: `There are ${left} of ${sku}, not ${quantity}.` };
          }
          add(sku, -quantity);
          const insert = database.prepare('insert into reservation (sku, quantity) values (?, ?)');
          const { lastInsertRowid } = insert.run(sku, quantity);
          reply.code(201);
          return { reservation: `reservation-${lastInsertRowid}` };
        },
      );

      app.delete(
        '/reservations/:reservation',
        { schema: { summary: 'Put goods back', params: z.object({ reservation: z.string() }) } },
        ({ params }, reply) => {
          const id = Number(params.reservation.replace('reservation-', ''));
          const kept = database.prepare('delete from reservation where id = ? returning *').get(id) as
            z.infer<typeof Goods> | undefined;
          if (kept) add(kept.sku, kept.quantity);
          reply.code(kept ? 204 : 404).send();
        },
      );

      app.post(
        '/deliveries',
        { schema: { summary: 'Goods have come', body: Goods, response: { 201: Goods } } },
        ({ body }, reply) => {
          add(body.sku, body.quantity);
          reply.code(201);
          return { sku: body.sku, quantity: quantityOf(body.sku) };
        },
      );
    },
  });
}
