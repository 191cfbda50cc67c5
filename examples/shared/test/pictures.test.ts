import { existsSync, readFileSync } from 'node:fs';
import { pictures } from '../pictures/pictures';

it('pictures of the diagrams in docs/examples are current; `npm run docs` draws them', async () => {
  const drawn = await pictures();
  const stale = drawn.filter(({ file, svg }) => !existsSync(file) || readFileSync(file, 'utf8') !== svg);
  expect(stale.map(({ diagram }) => diagram)).toEqual([]);
  expect(drawn.length).toBeGreaterThan(0);
});
