import { defineQuery, defineUpdate, setHandler } from '@temporalio/workflow';
import { FailureType } from '../shared/errors';
import { AD_HOC_QUERY, START_ACTIVITY_UPDATE } from '../shared/names';
import type { AdHocState, StartActivity } from '../shared/wire';
import type { AdHoc } from './ad-hoc';
import { failure } from './failures';

/** The ad-hoc sub-processes of a run that are under way, for those who ask what can be done, and do it. */
export class AdHocBoard {
  readonly #open = new Set<AdHoc>();
  #isListening = false;

  add(adHoc: AdHoc): void {
    this.#open.add(adHoc);
    if (this.#isListening) return;
    this.#isListening = true;
    setHandler(defineQuery<readonly AdHocState[]>(AD_HOC_QUERY), () => this.#states());
    setHandler(
      defineUpdate<AdHocState, [StartActivity]>(START_ACTIVITY_UPDATE),
      (command) => this.#start(command, false),
      { validator: (command) => void this.#start(command, true) },
    );
  }

  remove(adHoc: AdHoc): void {
    this.#open.delete(adHoc);
  }

  #states(): readonly AdHocState[] {
    return [...this.#open].map(({ state }) => state);
  }

  #start(command: StartActivity, dryRun: boolean): AdHocState {
    const adHoc = [...this.#open].find(({ state }) => state.id === command.adHoc);
    if (!adHoc) {
      const message = `There is no ad-hoc sub-process '${command.adHoc}' under way.`;
      throw failure(FailureType.NotEnabled, message, { activity: command.activity });
    }
    adHoc.start(command, dryRun);
    return adHoc.state;
  }
}
