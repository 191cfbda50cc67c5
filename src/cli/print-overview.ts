import type { Overview, ProcessFigures, TaskQueueFigures } from '../client';
import { table } from './table';

/** Two tables: how the processes do, and how busy their workers are. */
export function overviewText({ since, until, processes, taskQueues, isComplete }: Overview): string {
  return [
    `Ended from ${minuteOf(since)} to ${minuteOf(until)}, and open now`,
    ...(isComplete
      ? []
      : ['There are more runs than were looked at: the figures are those of a part of them.']),
    processes.length === 0 ? 'No runs.' : table([PROCESS_HEADS, ...processes.map(processRow)]),
    table([QUEUE_HEADS, ...taskQueues.map(queueRow)]),
  ].join('\n\n');
}

const PROCESS_HEADS = [
  ...['PROCESS', 'OPEN', 'AT TASKS', 'AT INCIDENTS'],
  ...['ENDED', 'COMPLETED', 'ERRORS', 'CYCLE TIME', '90 %'],
];
const QUEUE_HEADS = ['TASK QUEUE', 'WORKERS', 'BUSY', 'PROCESSOR', 'MEMORY', 'BACKLOG', 'OLDEST'];

function processRow(figures: ProcessFigures): readonly string[] {
  const { process, open, atTasks, atIncidents, ended, completionRate, errorRate, cycleTime } = figures;
  const all = Object.values(ended).reduce((sum, count) => sum + count, 0);
  return [
    ...[process, ...[open, atTasks, atIncidents, all].map(String)],
    ...[percent(completionRate), percent(errorRate)],
    ...[cycleTime?.median, cycleTime?.percentile90].map(lasting),
  ];
}

function queueRow(figures: TaskQueueFigures): readonly string[] {
  const { taskQueue, workers, utilisation, processor, memory, backlog, backlogAge } = figures;
  return [
    ...[taskQueue, String(workers)],
    ...[utilisation, processor, memory].map(percent),
    ...[String(backlog), backlog === 0 ? '' : lasting(backlogAge)],
  ];
}

function percent(share: number | undefined): string {
  return share === undefined ? '' : `${(share * 100).toFixed(1)} %`;
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** In its two largest units: `2 h 10 min`, `3 d`, `45 s`, `120 ms`. */
function lasting(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return '';
  const first = UNITS.findIndex(([, length]) => milliseconds >= length);
  if (first < 0) return `${Math.round(milliseconds)} ms`;
  let rest = milliseconds;
  const parts = UNITS.slice(first, first + 2).map(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return { count, text: `${count} ${unit}` };
  });
  return parts
    .filter(({ count }) => count > 0)
    .map(({ text }) => text)
    .join(' ');
}

function minuteOf(time: Date): string {
  return `${time.toISOString().slice(0, 16)}Z`;
}
