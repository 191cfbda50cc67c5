import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bpmnError, defineActivity } from 'batonflow/activity';
import { env, http } from 'batonflow/http';
import { z } from 'zod';
import { withCheckout } from './checkout';
import * as contracts from './contracts';

const scanner = http({ baseUrl: env('SCANNER_URL'), timeout: '5 s' });

export const buildImage = defineActivity(contracts.buildImage, ({ commit }, context) =>
  withCheckout(commit, context, async ({ folder, run }) => {
    const digest = createHash('sha256');
    for (const file of (await readdir(join(folder, 'src'))).sort()) {
      const { ok, output } = await run(process.execPath, ['--check', join('src', file)]);
      if (!ok) {
        const reason = `${file} does not build: ${output}`;
        throw bpmnError('NOT_RELEASED', { message: reason, variables: { reason } });
      }
      digest.update(await readFile(join(folder, 'src', file)));
    }
    // Of the commit as well: the same files may be released again.
    return { image: digest.update(commit).digest('hex').slice(0, 12) };
  }),
);

export const runTests = defineActivity(contracts.runTests, ({ commit, target }, context) =>
  withCheckout(commit, context, async ({ run }) => {
    const { ok, output } = await run(process.execPath, ['--test'], { TARGET: target });
    return { test: { target, passed: ok, report: ok ? '' : output } };
  }),
);

export const scanForVulnerabilities = defineActivity(
  contracts.scanForVulnerabilities,
  ({ commit }, context) =>
    withCheckout(commit, context, async ({ folder }) => {
      const { dependencies } = z
        .object({ dependencies: z.record(z.string(), z.string()).default({}) })
        .parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
      const answer = z.object({ findings: z.array(z.string()) });
      return scanner.post('/scans', { body: { dependencies }, answer });
    }),
);
