import { hostAndPort } from '../report/index.ts'
import type { Target } from '../target.ts'

export interface Progress {
  readonly show: (target: Target, stage: string, percent: number) => void
  /** One more target is finished. */
  readonly done: () => void
  /** Makes room for a report. */
  readonly clear: () => void
  readonly end: () => void
}

/** One line on standard error that tells what goes on; nothing where that is no terminal. */
export function startProgress(total: number): Progress {
  const { stderr } = process
  let finished = 0
  const write = (line: string): void => {
    if (stderr.isTTY) stderr.write(`\r\x1b[2K${line.slice(0, (stderr.columns ?? 80) - 1)}`)
  }
  const clear = (): void => write('')
  return {
    show: (target, stage, percent) => {
      const many = total > 1 ? `${finished}/${total} ` : ''
      write(`${many}${hostAndPort(target)} ${stage.toLowerCase().replace('_', ' ')} ${percent} %`)
    },
    done: () => {
      finished += 1
    },
    clear,
    end: clear,
  }
}
