/** Part of `npm run docs`: draws the diagrams of the examples into docs/examples. A test sees to it that they are current. */
import { writeFileSync } from 'node:fs';
import { pictures } from './pictures';

void pictures().then((drawn) => {
  for (const { file, svg, diagram } of drawn) {
    writeFileSync(file, svg);
    console.log(`${file} written, from ${diagram}`);
  }
});
