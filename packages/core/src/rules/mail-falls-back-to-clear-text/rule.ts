import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const mailFallsBackToClearText = rule({
  id: 'mail-falls-back-to-clear-text',
  question: 'Would mail from Exchange Online fall back to clear text?',
  needs: ['protocols', 'starttls'],
  evidence: ['result'],
  sources: [sources.exchangeSmtp],
  applies: ({ starttls, role }) => starttls === 'smtp' && role === 'inbound',
  judge({ handshake }) {
    if (handshake.outcome === 'unknown') return unknown(handshake.reason)
    return handshake.outcome === 'connects' ? pass({ result: handshake.version }) : fail({ result: handshake.reason })
  },
})
