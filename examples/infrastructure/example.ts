import { randomUUID } from 'node:crypto';
import { defineExample } from '../shared/runner/example';
import { startInfrastructureServices } from './services';
import { infrastructure } from './workflows/infrastructure.process';
import { provisionEnvironment } from './workflows/provision-environment.process';
import { tearDown } from './workflows/tear-down.process';
import { tearDownEnvironment } from './workflows/tear-down-environment.process';

export const example = defineExample({
  title: 'Infrastructure',
  shows:
    'Database, web servers, firewall and load balancer at two cloud providers and in a data centre, in the order in which ' +
    'they depend on each other; all of it or nothing, and down again.',
  start: startInfrastructureServices,
  processes: [provisionEnvironment, infrastructure],
  ends: 'up, and down again',

  failures: {
    stratus: {
      shows: 'Stratus is down for two calls: it is asked again until it answers.',
      switchOn: ({ all }) => all.stratus.fail('down', { times: 2 }),
    },
    lost: {
      shows:
        'Nimbus starts a server, but its answer is lost: asked again, it starts no other one, and calls back twice.',
      switchOn: ({ all }) => all.nimbus.fail('duplicate', { times: 1, route: 'POST /servers' }),
    },
    slow: {
      shows: 'The data centre answers too late: the call ends after three seconds and is tried again.',
      switchOn: ({ all }) => all.dataCentre.fail('slow', { times: 1, route: 'POST /load-balancers' }),
    },
    nonsense: {
      shows: 'The data centre answers nonsense: an incident, until alice has it tried again.',
      switchOn: ({ all }) => all.dataCentre.fail('wrong', { times: 1, route: 'POST /firewalls' }),
    },
    capacity: {
      shows: 'Nimbus has a machine for one of the two servers: what had been built is undone, latest first.',
      switchOn: ({ all }) => all.nimbus.limit(1),
      ends: 'nothing left behind',
    },
    quota: {
      shows: 'Stratus refuses the database: the other branch is stopped, and what it has built is undone.',
      switchOn: ({ all }) => all.stratus.limit(0),
      ends: 'nothing left behind',
    },
    unhealthy: {
      shows: 'The environment does not answer when it is looked at from outside: all of it is undone.',
      switchOn: ({ all }) => all.dataCentre.fail('down', { times: 1, route: 'GET /entrance/:id' }),
      ends: 'nothing left behind',
    },
  },

  async play({ process, client, services, follow }) {
    const environment = `shop-${randomUUID().slice(0, 8)}`;
    const options = { businessKey: environment };
    const request = { requestedBy: 'ann@example.com', webServers: ['web-1', 'web-2'], askEvery: 'PT0.2S' };
    const people = { incident: () => 'retry' as const };

    const isGone = () => Object.values(services.existing(environment)).every((count) => count === 0);

    const built = await client.start(process, { environment, ...request }, options);
    const { healthy } = await follow(built, people);
    if (!healthy) {
      services.all.nimbus.limit(100);
      services.all.stratus.limit(100);
      return isGone() ? 'nothing left behind' : 'something left behind';
    }

    const takeDown = process === provisionEnvironment ? tearDownEnvironment : tearDown;
    await follow(await client.start(takeDown, { environment }, options), people);
    return isGone() ? 'up, and down again' : 'something left behind';
  },
});
