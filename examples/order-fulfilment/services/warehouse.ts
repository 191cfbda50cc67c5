import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Parcel = z.object({ orderId: z.string(), sku: z.string(), quantity: z.number().int().positive() });

/** Packs parcels, and unpacks them. */
export function startWarehouse(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'warehouse',
    description: 'Packs parcels, and unpacks them.',
    data,
    tables:
      'create table if not exists parcel (id integer primary key, order_id text, sku text, quantity integer)',
    routes(app, database) {
      app.post(
        '/parcels',
        {
          schema: {
            summary: 'Pack goods',
            body: Parcel,
            response: { 201: z.object({ parcel: z.string() }) },
          },
        },
        ({ body: { orderId, sku, quantity } }, reply) => {
          const insert = database.prepare('insert into parcel (order_id, sku, quantity) values (?, ?, ?)');
          const { lastInsertRowid } = insert.run(orderId, sku, quantity);
          reply.code(201);
          return { parcel: `parcel-${lastInsertRowid}` };
        },
      );

      app.delete(
        '/parcels/:parcel',
        { schema: { summary: 'Unpack goods', params: z.object({ parcel: z.string() }) } },
        ({ params }, reply) => {
          const id = Number(params.parcel.replace('parcel-', ''));
          const { changes } = database.prepare('delete from parcel where id = ?').run(id);
          reply.code(changes === 1 ? 204 : 404).send();
        },
      );
    },
  });
}
