import { setTimeout as sleep } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import type { Logger } from 'pino'

export interface Letter {
  readonly to: string
  readonly subject: string
  /** Plain text, with the link on a line of its own. */
  readonly text: string
}

/** Sends letters. */
export interface Post {
  /** Takes a letter and returns at once, so that no answer is slower for having sent one. */
  readonly send: (letter: Letter) => void
  /** Whether letters reach people; without a mail server they are only written to the log. */
  readonly delivers: boolean
  /** Waits for what is under way and gives up what would have to be tried again. */
  readonly close: () => Promise<void>
}

export interface PostOptions {
  /** `smtp://` or `smtps://`, with name and password in it where the server asks for them. */
  readonly url: string | undefined
  readonly from: string
  readonly log: Logger
  /** Milliseconds before each further try. */
  readonly pauses?: readonly number[]
}

/** Letters by SMTP; a server that is away is tried again for some minutes. */
export function createPost({ url, from, log, pauses = [2_000, 30_000, 300_000] }: PostOptions): Post {
  if (!url) return { send: (letter) => log.warn({ letter }, noServer), delivers: false, close: async () => {} }
  const transport = createTransport({
    url,
    // What stands in a letter is never a path or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  const closing = new AbortController()
  const underWay = new Set<Promise<void>>()
  const deliver = async (letter: Letter) => {
    for (let tries = 0; ; tries += 1) {
      try {
        await transport.sendMail({ from, ...letter, headers: { 'Auto-Submitted': 'auto-generated' } })
        return log.info({ to: letter.to }, 'letter sent')
      } catch (err) {
        const pause = pauses[tries]
        const over = pause === undefined || closing.signal.aborted || isRefused(err)
        log[over ? 'error' : 'warn']({ err, to: letter.to }, over ? 'letter not sent' : 'letter not sent yet')
        if (over) return
        await sleep(pause, undefined, { signal: closing.signal }).catch(() => {})
      }
    }
  }
  return {
    send: (letter) => {
      const sending = deliver(letter).finally(() => underWay.delete(sending))
      underWay.add(sending)
    },
    delivers: true,
    close: async () => {
      closing.abort()
      await Promise.all(underWay)
      transport.close()
    },
  }
}

const noServer = 'no mail server is set (SUNDOWN_SMTP_URL), so this letter goes nowhere: pass its link on yourself'

/** A reply of the 500s is final (RFC 5321 section 4.2.1). */
const isRefused = (err: unknown) =>
  err instanceof Error && 'responseCode' in err && typeof err.responseCode === 'number' && err.responseCode >= 500
