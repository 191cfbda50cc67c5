/** What a customer orders: two teapots. */
export const order = {
  sku: 'TEAPOT-1',
  quantity: 2,
  amount: 59.8,
  card: '4111 1111 1111 1111',
  address: '1 Harbour Street, Galway',
  email: 'ann@example.com',
};
