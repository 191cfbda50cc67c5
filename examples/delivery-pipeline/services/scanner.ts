import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

/** Knows which versions of which packages are vulnerable. */
export function startScanner(data?: string): Promise<HttpService> {
  return startHttpService({
    name: 'scanner',
    description: 'Tells which dependencies are known to be vulnerable.',
    data,
    tables: `
      create table if not exists vulnerability
        (package text, version text, advisory text primary key);
      insert or ignore into vulnerability values ('left-pad', '1.0.0', 'EX-2026-17')`,
    routes(app, database) {
      const body = z.object({ dependencies: z.record(z.string(), z.string()) });
      const response = { 200: z.object({ findings: z.array(z.string()) }) };
      app.post('/scans', { schema: { body, response } }, ({ body: { dependencies } }) => {
        const find = database.prepare('select advisory from vulnerability where package = ? and version = ?');
        const findings = Object.entries(dependencies).flatMap(([name, version]) =>
          find.all(name, version).map((row) => {
            const { advisory } = row as { advisory: string };
            return `${name} ${version} is vulnerable: ${advisory}`;
          }),
        );
        return { findings };
      });
    },
  });
}
