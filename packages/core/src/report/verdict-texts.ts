/** The verdicts, statuses and severities in words. */
import type { ObservationStatus } from '../facts.ts'
import type { Severity, Verdict } from '../rules/finding.ts'
import type { LocalText, Sureness } from '../rules/source.ts'

export const verdictTexts: Readonly<Record<Verdict, { readonly name: LocalText; readonly meaning: LocalText }>> = {
  READY: {
    name: { en: 'Ready', da: 'Klar' },
    meaning: {
      en: 'Completes TLS 1.2 or later with everything that its peer accepts.',
      da: 'Gennemfører TLS 1.2 eller nyere med alt det, modparten accepterer.',
    },
  },
  LEGACY_ENABLED: {
    name: { en: 'Ready, legacy still on', da: 'Klar, men gamle versioner er slået til' },
    meaning: {
      en: 'Works with TLS 1.2 or later, and still accepts older versions too.',
      da: 'Virker med TLS 1.2 eller nyere og accepterer også stadig ældre versioner.',
    },
  },
  AT_RISK: {
    name: { en: 'At risk', da: 'I fare' },
    meaning: {
      en: 'Works today through something that is going away or is shaky.',
      da: 'Virker i dag ved hjælp af noget, der forsvinder eller er usikkert.',
    },
  },
  NOT_READY: {
    name: { en: 'Not ready', da: 'Ikke klar' },
    meaning: {
      en: 'Fails once the old versions are refused, or fails already.',
      da: 'Holder op med at virke, når de gamle versioner afvises, eller virker allerede ikke.',
    },
  },
  UNKNOWN: {
    name: { en: 'Could not tell', da: 'Kunne ikke afgøres' },
    meaning: { en: 'Could not be observed.', da: 'Kunne ikke observeres.' },
  },
}

export const statusTexts: Readonly<Record<ObservationStatus, LocalText>> = {
  OBSERVED: { en: 'observed', da: 'observeret' },
  UNREACHABLE: { en: 'could not be reached', da: 'kunne ikke nås' },
  REFUSED: { en: 'refused the connection', da: 'afviste forbindelsen' },
  TIMED_OUT: { en: 'did not answer in time', da: 'svarede ikke i tide' },
  NOT_TLS: { en: 'does not speak TLS', da: 'taler ikke TLS' },
  STARTTLS_REFUSED: { en: 'refused STARTTLS', da: 'afviste STARTTLS' },
  BLOCKED: { en: 'may not be scanned', da: 'må ikke scannes' },
}

export const severityTexts: Readonly<Record<Severity, LocalText>> = {
  critical: { en: 'critical', da: 'kritisk' },
  high: { en: 'high', da: 'høj' },
  medium: { en: 'medium', da: 'mellem' },
  low: { en: 'low', da: 'lav' },
  info: { en: 'information', da: 'information' },
}

/** How sure a statement is, beside it. */
export const surenessTexts: Readonly<Record<Sureness, LocalText>> = {
  read: { en: 'read at its source', da: 'læst ved kilden' },
  'third-party': { en: 'by a third party', da: 'fra tredjepart' },
  memory: { en: 'general knowledge', da: 'almen viden' },
  unsure: { en: 'unsure', da: 'usikkert' },
}
