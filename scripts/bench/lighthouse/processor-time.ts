/** What is read and changed of an event of a browser's trace; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** When it began, and how long it took by the clock and by the processor. */
  ts?: number;
  dur?: number;
  readonly tdur?: number;
}

/** What a thread does without a pause between its events. */
interface Task {
  readonly start: number;
  readonly end: number;
  /** The share of its time in which a processor worked at it. */
  readonly share: number;
}

const TASK = /^(?:ThreadControllerImpl::)?RunTask$/;

/**
 * Shortens each task of each thread, and all that happens in it, to the time in which a processor worked at it. The
 * rest it waited while the processors did something else, which says nothing about the page. Changes the events.
 */
export function leaveOutWaiting(events: readonly TraceEvent[]): void {
  const tasks = tasksByThread(events);
  for (const event of events) {
    if (event.ts === undefined) continue;
    const task = taskAt(tasks.get(threadOf(event)) ?? [], event.ts);
    if (task === undefined) continue;
    event.ts = task.start + (event.ts - task.start) * task.share;
    if (event.dur !== undefined) event.dur *= task.share;
  }
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}:${tid}`;
}

function tasksByThread(events: readonly TraceEvent[]): ReadonlyMap<string, readonly Task[]> {
  const threads = new Map<string, Task[]>();
  for (const event of events) {
    const { name, ph, ts, dur, tdur } = event;
    if (ph !== 'X' || !TASK.test(name) || ts === undefined || !dur || tdur === undefined) continue;
    const tasks = threads.get(threadOf(event)) ?? [];
    threads.set(threadOf(event), tasks);
    tasks.push({ start: ts, end: ts + dur, share: Math.min(1, tdur / dur) });
  }
  for (const tasks of threads.values()) tasks.sort((a, b) => a.start - b.start);
  return threads;
}

/** The task that runs at a time, of tasks in their order. */
function taskAt(tasks: readonly Task[], time: number): Task | undefined {
  let from = 0;
  let to = tasks.length;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const task = tasks[middle];
    if (task === undefined) break;
    if (time < task.start) to = middle;
    else if (time >= task.end) from = middle + 1;
    else return task;
  }
  return undefined;
}
