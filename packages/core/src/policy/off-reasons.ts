/** Why a shipped policy does not ask a rule, in the reader's language. */
import type { Locale } from '../rules/source.ts'

/** Danish by the English reason that stands in the policy files; a test refuses a reason without one. */
const danish: Readonly<Record<string, string>> = {
  'Microsoft 365 sets no limit': 'Microsoft 365 sætter ingen grænse',
  'The standard sets no limit': 'Standarden sætter ingen grænse',
  'The publication sets no limit': 'Publikationen sætter ingen grænse',
  'The guideline sets no limit': 'Retningslinjen sætter ingen grænse',
  'The document sets no limit': 'Dokumentet sætter ingen grænse',
  'SHA-1 is refused by a rule of its own': 'SHA-1 afvises af sin egen regel',
  'Every old version has a rule of its own': 'Hver gammel version har sin egen regel',
  'Only what is in common with Microsoft 365 counts': 'Kun det, der er fælles med Microsoft 365, tæller',
  'The guideline wants TLS 1.3 alone': 'Retningslinjen vil kun have TLS 1.3',
  'The policy forbids TLS 1.2': 'Politikken forbyder TLS 1.2',
  'The standard has no list of suites': 'Standarden har ingen liste over krypteringspakker',
  'The standard has no list of groups': 'Standarden har ingen liste over grupper',
  'The document recommends suites and forbids kinds; each kind has a rule of its own':
    'Dokumentet anbefaler krypteringspakker og forbyder typer. Hver type har sin egen regel',
  'The document names minimum sizes, which other rules measure':
    'Dokumentet nævner mindstestørrelser, som andre regler måler',
}

/** The reason as the reader reads it; one that a tenant wrote stays in its own words. */
export const offReason = (reason: string, locale: Locale): string =>
  locale === 'da' ? (danish[reason] ?? reason) : reason
