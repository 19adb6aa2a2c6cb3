/** Why a question has no answer, in words. */
import type { UnknownReason } from '../facts.ts'
import type { LocalText } from './source.ts'

export const unknownReasonTexts: Readonly<Record<UnknownReason, LocalText>> = {
  'not-asked': { en: 'it was not asked in this scan', da: 'det blev ikke undersøgt i denne scanning' },
  'not-applicable': { en: 'the question does not apply here', da: 'spørgsmålet er ikke relevant her' },
  'needs-permission': {
    en: 'the test is active and has not been allowed for this endpoint',
    da: 'testen er aktiv og er ikke tilladt for dette endpoint',
  },
  unreachable: { en: 'the address could not be reached', da: 'adressen kunne ikke nås' },
  refused: { en: 'the connection was refused', da: 'forbindelsen blev afvist' },
  reset: { en: 'the connection was reset', da: 'forbindelsen blev nulstillet' },
  closed: {
    en: 'the peer closed the connection without an answer',
    da: 'modparten lukkede forbindelsen uden at svare',
  },
  'timed-out': { en: 'there was no answer in time', da: 'der kom intet svar i tide' },
  'budget-spent': { en: 'the scan’s budget was spent', da: 'scanningens budget var brugt op' },
  throttled: { en: 'the peer asked us to slow down', da: 'modparten bad os om at sænke farten' },
  'not-tls': { en: 'what answered does not speak TLS', da: 'det, der svarede, taler ikke TLS' },
  malformed: { en: 'the answer did not follow the protocol', da: 'svaret fulgte ikke protokollen' },
  'starttls-refused': { en: 'STARTTLS was refused', da: 'STARTTLS blev afvist' },
  'name-not-found': { en: 'the name does not exist in DNS', da: 'navnet findes ikke i DNS' },
  'blocked-by-guard': { en: 'the address is not one that may be scanned', da: 'adressen må ikke scannes' },
  inconsistent: { en: 'the answers contradict each other', da: 'svarene modsiger hinanden' },
}
