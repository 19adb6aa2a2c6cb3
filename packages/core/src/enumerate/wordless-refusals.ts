import type { ProbeOutcome } from '../probe/outcome.ts'
import type { Ask } from './enumerator.ts'
import { refusingAlerts } from './protocol-versions.ts'

/**
 * Watches whether anything was refused without a word that says so: by hanging up, or by an alert that a server in trouble
 * sends as well. A server that has had enough of us does the same, so what was concluded from it needs a control.
 */
export class WordlessRefusals {
  #count = 0

  get any(): boolean {
    return this.#count > 0
  }

  watch(ask: Ask): Ask {
    return async (question) => {
      const outcome = await ask(question)
      if (isWordless(outcome)) this.#count += 1
      return outcome
    }
  }
}

function isWordless(outcome: ProbeOutcome): boolean {
  if (outcome.kind === 'failed') return outcome.reason === 'closed'
  return outcome.kind === 'alert' && !refusingAlerts.has(outcome.description) && outcome.description !== noProtocol
}

/** no_application_protocol, RFC 7301 section 3.2: a word that says so. */
const noProtocol = 120
