import type { Context, ElementReader } from '../element-reader';
import { extensionAttribute } from '../expressions';
import type { SignalTrigger } from '../trigger-types';
import type { CallActivity, CallResult, Mapping, Mappings } from '../types';
import type { Expression, Value } from '../value-types';
import { complete } from './complete';

const ENGINES = ['camunda', 'flowable'];
/** The caller's own business key, which is handed on anyway. */
const OWN_BUSINESS_KEY =
  /^[$#]\{\s*execution\.(?:processBusinessKey|businessKey|getProcessBusinessKey\(\))\s*\}$/;

type CallData = Pick<CallActivity, 'gives' | 'takes' | 'businessKey'>;

/**
 * What a call gives to the called process and takes from it: in Camunda 7 and Flowable what is said, in Camunda 8
 * everything unless it is switched off, in plain BPMN what its data associations say, and without any everything.
 */
export function readCallData(
  reader: ElementReader,
  { inputs, outputs }: Partial<Mappings>,
  context: Context,
): CallData {
  const { dialect } = context.diagram;
  if (dialect === 'camunda7' || dialect === 'flowable') return engineData(reader, context);
  const zeebe = reader.extension('zeebe:calledElement');
  if (zeebe) return { gives: zeebeInput(zeebe), takes: zeebeOutput(zeebe) };
  return {
    gives: { variables: inputs ? 'own' : 'all', mappings: [] },
    takes: { all: outputs === undefined, mappings: [] },
  };
}

function zeebeInput(zeebe: ElementReader): CallActivity['gives'] {
  const isAll = zeebe.attribute('propagateAllParentVariables')?.trim() !== 'false';
  return { variables: isAll ? 'all' : 'own', mappings: [] };
}

function zeebeOutput(zeebe: ElementReader): CallActivity['takes'] {
  return { all: zeebe.attribute('propagateAllChildVariables')?.trim() !== 'false', mappings: [] };
}

function engineData(reader: ElementReader, context: Context): CallData {
  const given = parametersOf(reader, 'in');
  const all = parametersOf(reader, 'out');
  const taken = all.filter((parameter) => !isLocal(parameter));
  const kept = all.filter((parameter) => isLocal(parameter));
  const own = inputNames(reader);
  const inherits = reader.attribute('flowable:inheritVariables')?.trim() === 'true';
  const whole = given.find((parameter) => isWhole(parameter));
  return {
    gives: {
      variables: inherits || (whole && !isLocal(whole)) ? 'all' : whole ? 'own' : 'none',
      mappings: Object.freeze(given.flatMap((parameter) => givenBy(parameter, own, context))),
    },
    takes: {
      ...takenBy(taken, context),
      ...(kept.length > 0 && { kept: Object.freeze(takenBy(kept, context)) }),
    },
    ...businessKeyOf(reader, given, context),
  };
}

function takenBy(taken: readonly ElementReader[], context: Context): CallResult {
  return {
    all: taken.some((parameter) => isWhole(parameter)),
    mappings: Object.freeze(taken.flatMap((parameter) => mappingOf(parameter, context))),
  };
}

/**
 * One that is local sees only the variables that the call has of its own. What asks for another one would give nothing: that
 * is left unread, and so reported.
 */
function givenBy(parameter: ElementReader, own: ReadonlySet<string>, context: Context): readonly Mapping[] {
  if (own.has(parameter.element.attributes.get('source')?.trim() ?? '')) parameter.attribute('local');
  return mappingOf(parameter, context);
}

/** The variables that a call has of its own. */
function inputNames(reader: ElementReader): ReadonlySet<string> {
  const inputs = reader.extension('camunda:inputOutput')?.children('camunda:inputParameter') ?? [];
  return new Set(inputs.flatMap((input) => input.attribute('name')?.trim() ?? []));
}

/** What a signal of Camunda 7 brings along; undefined where nothing is said. */
export function readSignalData(definition: ElementReader, context: Context): SignalTrigger['gives'] {
  const given = parametersOf(definition, 'in');
  if (given.length === 0) return undefined;
  const mappings = given.flatMap((parameter) => mappingOf(parameter, context));
  return Object.freeze({ all: given.some(isWhole), mappings: Object.freeze(mappings) });
}

function parametersOf(reader: ElementReader, direction: 'in' | 'out'): readonly ElementReader[] {
  return ENGINES.flatMap((engine) => reader.extensions(`${engine}:${direction}`));
}

function isLocal(parameter: ElementReader): boolean {
  return parameter.attribute('local')?.trim() === 'true';
}

/** Whether it stands for all variables. */
function isWhole(parameter: ElementReader): boolean {
  return parameter.attribute('variables')?.trim() === 'all';
}

function mappingOf(parameter: ElementReader, context: Context): Mapping[] {
  const { attributes } = parameter.element;
  if (attributes.has('variables') || attributes.has('businessKey')) return [];
  const name = parameter.attribute('source')?.trim();
  const source: Value | undefined = name
    ? Object.freeze({ language: 'variable', name })
    : extensionAttribute(parameter, 'sourceExpression', context);
  const target = parameter.attribute('target') ?? targetExpression(parameter, context);
  return complete(parameter, target, source, 'source', context);
}

/** Flowable's target may be an expression; only one that says a name can be a name. */
function targetExpression(parameter: ElementReader, context: Context): string | undefined {
  const target = extensionAttribute(parameter, 'targetExpression', context);
  return target?.language === 'literal' ? target.text : undefined;
}

function businessKeyOf(
  reader: ElementReader,
  given: readonly ElementReader[],
  context: Context,
): { readonly businessKey?: Expression } {
  reader.attribute('flowable:inheritBusinessKey'); // it is handed on anyway
  const businessKey =
    extensionAttribute(reader, 'flowable:businessKey', context) ??
    given
      .map((parameter) => extensionAttribute(parameter, 'businessKey', context))
      .find((expression) => expression !== undefined);
  return businessKey && !OWN_BUSINESS_KEY.test(businessKey.text) ? { businessKey } : {};
}
