import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { exampleNames, findExample } from '../runner/find-examples';
import type { HttpService } from '../services/http-service';
import type { Service, Services } from '../services/service';

/** Types of a service, as `openapi-typescript` makes them of its description. */
export interface Generated {
  /** Absolute. */
  readonly file: string;
  readonly content: string;
}

/** Makes the types of all services that have a file in `activities/openapi` of an example. */
export async function generateTypes(): Promise<readonly Generated[]> {
  const generated: Generated[] = [];
  for (const name of exampleNames()) {
    const { folder, example } = await findExample(name);
    const types = join(folder, 'activities', 'openapi');
    if (!existsSync(types)) continue;
    const services = (await example.start()) as Services;
    try {
      for (const file of readdirSync(types).sort()) {
        const service = serviceNamed(basename(file, '.ts'), services);
        generated.push({ file: join(types, file), content: await typesOf(service, join(types, file)) });
      }
    } finally {
      await services.stop();
    }
  }
  return generated;
}

function serviceNamed(name: string, { all }: Services): HttpService {
  const found = Object.values(all).find((service) => isHttp(service) && service.name === name);
  if (!found) throw new Error(`There is no HTTP service named "${name}".`);
  return found as HttpService;
}

function isHttp(service: Service): service is HttpService {
  return 'requests' in service;
}

async function typesOf({ name, url }: HttpService, file: string): Promise<string> {
  const types = astToString(await openapiTS(new URL('/openapi.json', url)));
  const head = `/** The service "${name}", from its OpenAPI description by \`npm run openapi\`. */\n`;
  return format(head + types, { ...(await resolveConfig(pathToFileURL(file))), parser: 'typescript' });
}
