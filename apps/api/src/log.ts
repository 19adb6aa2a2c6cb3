import { type Logger, pino } from 'pino'
import type { Env } from './env.ts'

/** One JSON object per line on standard output; what could open a door is never written. */
export function createLog(process: string, level: Env['SUNDOWN_LOG_LEVEL']): Logger {
  return pino({
    level,
    base: { process },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: ['password', 'secret', '*.password', '*.secret', 'headers.cookie', 'headers.authorization'],
      remove: true,
    },
  })
}
