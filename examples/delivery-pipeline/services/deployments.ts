import type Database from 'libsql';
import { z } from 'zod';
import { startHttpService, type HttpService } from '../../shared/services/http-service';

export interface Deployments extends HttpService {
  /** From now on releases fail for some of the requests, once this share of the users has them; `undefined`: never. */
  sickFrom(share: number | undefined): void;
  /** What everybody has, and what is being rolled out. */
  state(): DeploymentState;
}

const DeploymentState = z.object({
  /** The image that whoever has nothing newer has. */
  released: z.string(),
  candidate: z.string(),
  /** Per cent of the users who have the candidate. */
  share: z.number(),
});
export type DeploymentState = z.infer<typeof DeploymentState>;

/** What is released to which share of the users. A release that everybody has is what the next one falls back to. */
export async function startDeployments(data?: string): Promise<Deployments> {
  let sickFrom = Infinity;
  const service = await startHttpService({
    name: 'deployments',
    description: 'Rolls releases out to shares of the users, and takes them back.',
    data,
    tables: `
      create table if not exists deployment (released text, candidate text, share integer);
      insert into deployment select 'none', '', 0 where not exists (select 1 from deployment)`,
    routes(app, database) {
      const params = z.object({ image: z.string() });
      const state = () => stateIn(database);

      app.get('/deployment', { schema: { response: { 200: DeploymentState } } }, state);

      const body = z.object({ share: z.number().int().min(1).max(100) });
      app.put('/releases/:image/share', { schema: { params, body } }, (request, reply) => {
        const { image } = request.params;
        const { share } = request.body;
        const set = database.prepare('update deployment set released = ?, candidate = ?, share = ?');
        const { released } = state();
        if (share === 100) set.run(image, '', 0);
        else set.run(released, image, share);
        return reply.code(204).send();
      });

      const health = { params, response: { 200: z.object({ failing: z.number() }) } };
      app.get('/releases/:image/health', { schema: health }, ({ params: { image } }) => {
        const { released, share } = state();
        return { failing: (released === image ? 100 : share) >= sickFrom ? 7 : 0 };
      });

      app.delete('/releases/:image', { schema: { params } }, ({ params: { image } }, reply) => {
        const { changes } = database
          .prepare(`update deployment set candidate = '', share = 0 where candidate = ?`)
          .run(image);
        return reply.code(changes > 0 ? 204 : 404).send();
      });
    },
  });
  return {
    ...service,
    sickFrom: (share = Infinity) => {
      sickFrom = share;
    },
    state: () => stateIn(service.database),
  };
}

function stateIn(database: Database.Database): DeploymentState {
  return DeploymentState.parse(database.prepare('select * from deployment').get());
}
