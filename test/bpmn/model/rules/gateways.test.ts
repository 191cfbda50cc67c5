import { process } from '../../diagram';
import { E, S, line, testRules } from './rule-cases';

testRules({
  'gateway-direction': {
    broken: [
      [
        process(
          S +
            '<task id="T"/><parallelGateway id="G" gatewayDirection="Diverging"/><task id="A"/>' +
            line('S', 'G', 'A') +
            line('T', 'G'),
        ),
        ['error gateway-direction G'],
      ],
      [
        process(
          S +
            '<parallelGateway id="G" gatewayDirection="Converging"/><task id="A"/><task id="B"/>' +
            line('S', 'G', 'A') +
            line('G', 'B'),
        ),
        ['error gateway-direction G'],
      ],
      [
        process(
          S +
            '<parallelGateway id="G" gatewayDirection="Mixed"/><task id="A"/><task id="B"/>' +
            line('S', 'G', 'A') +
            line('G', 'B'),
        ),
        ['error gateway-direction G'],
      ],
    ],
    fine: [
      process(
        S +
          '<parallelGateway id="G" gatewayDirection="Diverging"/><task id="A"/><task id="B"/>' +
          line('S', 'G', 'A') +
          line('G', 'B'),
      ),
    ],
  },
  'gateway-useless': {
    broken: [
      [process(S + E + '<parallelGateway id="G"/>' + line('S', 'G', 'E')), ['error gateway-useless G']],
    ],
    fine: [
      process(
        S + '<parallelGateway id="G"/><task id="A"/><task id="B"/>' + line('S', 'G', 'A') + line('G', 'B'),
      ),
    ],
  },
  'event-gateway': {
    broken: [
      [
        process(S + '<eventBasedGateway id="G"/><receiveTask id="R"/>' + line('S', 'G', 'R')),
        ['error event-gateway G'],
      ],
      [
        process(
          S +
            '<eventBasedGateway id="G"/><receiveTask id="R"/><task id="T"/>' +
            line('S', 'G', 'R') +
            line('G', 'T'),
        ),
        ['error event-gateway G'],
      ],
      [
        process(
          S +
            '<eventBasedGateway id="G"/><receiveTask id="R"/><receiveTask id="Q"/>' +
            line('S', 'G', 'R') +
            line('G', 'Q') +
            line('Q', 'R'),
        ),
        ['error event-gateway G'],
      ],
    ],
    fine: [
      process(
        S +
          '<eventBasedGateway id="G"/><receiveTask id="R"/><intermediateCatchEvent id="T"><timerEventDefinition/></intermediateCatchEvent>' +
          line('S', 'G', 'R') +
          line('G', 'T'),
      ),
    ],
  },
  'event-gateway-parallel': {
    broken: [
      [
        process('<eventBasedGateway id="G" eventGatewayType="Parallel"/>'),
        ['error event-gateway-parallel G'],
      ],
    ],
    fine: [
      process('<eventBasedGateway id="G" eventGatewayType="Parallel" instantiate="true"/>'),
      process('<eventBasedGateway id="G" eventGatewayType="Exclusive"/>'),
    ],
  },
});
