/** Closed list of why a scan was given up, with its description for the schema. */
export const scanErrorCodes = {
  'endpoint-gone': 'The endpoint was deleted before the scan ran.',
  'worker-lost': 'The workers that took it ended before it was done, as often as is tried.',
  internal: 'A fault in Sundown; the log has it under the scan’s id.',
} as const
export type ScanErrorCode = keyof typeof scanErrorCodes

const texts: Readonly<Record<ScanErrorCode, Readonly<Record<'en' | 'da', string>>>> = {
  'endpoint-gone': {
    en: 'The endpoint was deleted before the scan ran. Restore it and scan again.',
    da: 'Endpointet blev slettet, før scanningen kørte. Gendan det, og scan igen.',
  },
  'worker-lost': {
    en: 'The worker stopped several times before the scan was done. Scan again; if it happens again, ask the operator to look at the worker’s log.',
    da: 'Arbejdsprocessen stoppede flere gange, før scanningen var færdig. Scan igen; sker det igen, så bed driften om at se i arbejdsprocessens log.',
  },
  internal: {
    en: 'Something went wrong inside Sundown. Scan again; if it happens again, give the operator the id of this scan.',
    da: 'Noget gik galt i Sundown. Scan igen; sker det igen, så giv driften denne scannings id.',
  },
}

/** The stored code; one that this version does not know reads as `internal`. */
export const scanErrorCode = (stored: string | null): ScanErrorCode =>
  stored !== null && stored in scanErrorCodes ? (stored as ScanErrorCode) : 'internal'

/** What happened and what to do, for people. */
export const scanErrorText = (code: ScanErrorCode, locale: 'en' | 'da'): string => texts[code][locale]
