import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { bpmnError } from 'batonflow/activity';
import { timed } from '../../dist/testing/scenarios/sandbox/names';
import { meaningOf } from './vocabulary';

/** From when until when a task ran, in virtual milliseconds. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** What generated code hands to the activity `script`. */
export interface ScriptCall {
  readonly source: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Everything that the runs of one case leave behind. */
export class CaseRecord {
  readonly log: string[] = [];
  readonly intervals: Interval[] = [];
  started = false;
  marker = false;
  /** A script that the suites do not explain: whatever comes of the case says nothing. */
  unexplained: string | undefined;

  /** The activity that runs scripts: does what the words of the suites mean, and returns the variables that change. */
  script({ source, variables = {} }: ScriptCall): unknown {
    const meaning = meaningOf(source, variables);
    if (!meaning) {
      this.unexplained = source;
      throw ApplicationFailure.nonRetryable('The suites do not explain this script.');
    }
    const { log = [], started, marker, timestamp, takes: time, changes = {}, throws } = meaning;
    this.log.push(...log);
    this.started ||= started === true;
    this.marker ||= marker === true;
    if (timestamp) {
      const from = Context.current().info.scheduledTimestampMs;
      this.intervals.push({ from, to: from + (time ?? 0) });
    }
    if (throws !== undefined) throw bpmnError(throws);
    return time === undefined ? changes : timed(time, changes);
  }
}
