/** The practice lab as a list; nothing here starts anything, so any process may show it. */
import type { EndpointRole } from '../rules/finding.ts'
import type { StarttlsKind } from '../target.ts'

export const labLanguages = ['en', 'da'] as const
export type LabLanguage = (typeof labLanguages)[number]

export interface LabTarget {
  /** Stable name of the server within the lab. */
  readonly key: LabKey
  readonly host: string
  readonly port: number
  readonly serverName: string
  readonly starttls: StarttlsKind | null
  readonly role: EndpointRole
  readonly name: Readonly<Record<LabLanguage, string>>
  readonly description: Readonly<Record<LabLanguage, string>>
}

export const labKeys = ['tls10', 'mixed', 'modern', 'tls13', 'odd-suites', 'expired', 'smtp', 'silent'] as const
export type LabKey = (typeof labKeys)[number]

/** Loopback ports that the lab reserves from its first one on. */
export const labPortCount = 16

/** The lab's servers on consecutive ports from `firstPort`, in the order of `labKeys`; starts nothing. */
export function labTargets(firstPort: number, host = '127.0.0.1'): readonly LabTarget[] {
  return labKeys.map((key, index) => ({
    key,
    host,
    port: firstPort + index,
    serverName: labServerName(key),
    starttls: key === 'smtp' ? 'smtp' : null,
    role: 'inbound',
    ...labTexts[key],
  }))
}

export function labServerName(key: LabKey): string {
  return `${key}.lab.sundown.example`
}

const labTexts: Readonly<Record<LabKey, Pick<LabTarget, 'name' | 'description'>>> = {
  tls10: {
    name: { en: 'TLS 1.0 only', da: 'Kun TLS 1.0' },
    description: {
      en: 'An old server that knows nothing newer than TLS 1.0. It stops working once legacy TLS is refused.',
      da: 'En gammel server, der ikke kender noget nyere end TLS 1.0. Den holder op med at virke, når ældre TLS afvises.',
    },
  },
  mixed: {
    name: { en: 'TLS 1.0 to 1.2', da: 'TLS 1.0 til 1.2' },
    description: {
      en: 'Ready for TLS 1.2, with the old versions still switched on.',
      da: 'Klar til TLS 1.2, men med de gamle versioner stadig slået til.',
    },
  },
  modern: {
    name: { en: 'TLS 1.2 as Microsoft 365 accepts it', da: 'TLS 1.2, som Microsoft 365 accepterer det' },
    description: {
      en: 'TLS 1.2 with cipher suites that Microsoft 365 accepts, and nothing older.',
      da: 'TLS 1.2 med krypteringspakker, som Microsoft 365 accepterer, og intet ældre.',
    },
  },
  tls13: {
    name: { en: 'TLS 1.3 only', da: 'Kun TLS 1.3' },
    description: {
      en: 'Only the newest version. Peers that stop at TLS 1.2 cannot connect.',
      da: 'Kun den nyeste version. Modparter, der stopper ved TLS 1.2, kan ikke oprette forbindelse.',
    },
  },
  'odd-suites': {
    name: { en: 'TLS 1.2 without an accepted suite', da: 'TLS 1.2 uden en accepteret krypteringspakke' },
    description: {
      en: 'TLS 1.2 is on, but its only cipher suite is one that Microsoft 365 does not use.',
      da: 'TLS 1.2 er slået til, men den eneste krypteringspakke er en, som Microsoft 365 ikke bruger.',
    },
  },
  expired: {
    name: { en: 'Expired certificate', da: 'Udløbet certifikat' },
    description: {
      en: 'Good protocols, but the certificate ran out a month before the lab was made.',
      da: 'Gode protokoller, men certifikatet udløb en måned før øvelseslaboratoriet blev oprettet.',
    },
  },
  smtp: {
    name: { en: 'Mail server with STARTTLS', da: 'Mailserver med STARTTLS' },
    description: {
      en: 'SMTP that upgrades by STARTTLS and still takes TLS 1.0 to 1.2.',
      da: 'SMTP, der skifter til kryptering med STARTTLS og stadig accepterer TLS 1.0 til 1.2.',
    },
  },
  silent: {
    name: { en: 'A port where nothing listens', da: 'En port, hvor intet lytter' },
    description: {
      en: 'No server answers here, so the verdict is that nothing could be observed.',
      da: 'Ingen server svarer her, så resultatet er, at intet kunne observeres.',
    },
  },
}
