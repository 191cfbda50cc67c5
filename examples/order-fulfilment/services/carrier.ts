import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

const Booking = z.object({ booking: z.string() });

/** Fetches parcels, and carries them. */
export function startCarrier(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'carrier',
    description: 'Fetches parcels, and carries them.',
    data,
    tables:
      'create table if not exists booking (id integer primary key, order_id text, address text, parcel text)',
    routes(app, database) {
      app.post(
        '/bookings',
        {
          schema: {
            summary: 'Book a ride for a parcel',
            body: z.object({ orderId: z.string(), address: z.string() }),
            response: { 201: Booking },
          },
        },
        ({ body: { orderId, address } }, reply) => {
          const insert = database.prepare('insert into booking (order_id, address) values (?, ?)');
          const { lastInsertRowid } = insert.run(orderId, address);
          reply.code(201);
          return { booking: `booking-${lastInsertRowid}` };
        },
      );

      app.post(
        '/bookings/:booking/parcel',
        {
          schema: {
            summary: 'Hand the parcel over',
            params: Booking,
            body: z.object({ parcel: z.string() }),
            response: { 200: z.object({ trackingNumber: z.string() }), 404: z.object({ error: z.string() }) },
          },
        },
        ({ params, body }, reply) => {
          const id = idOf(params.booking);
          const { changes } = database
            .prepare('update booking set parcel = ? where id = ?')
            .run(body.parcel, id);
          if (changes === 1) return { trackingNumber: `track-${id}` };
          reply.code(404);
          return { error: 'NO_SUCH_BOOKING' };
        },
      );

      app.delete(
        '/bookings/:booking',
        { schema: { summary: 'Cancel a ride, or call the parcel back', params: Booking } },
        ({ params }, reply) => {
          const { changes } = database.prepare('delete from booking where id = ?').run(idOf(params.booking));
          reply.code(changes === 1 ? 204 : 404).send();
        },
      );
    },
  });
}

function idOf(booking: string): number {
  return Number(booking.replace('booking-', ''));
}
