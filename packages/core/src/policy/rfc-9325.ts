/** RFC 9325 (BCP 195), November 2022, as RFC 10015 of July 2026 updates it: key exchange by static RSA is deprecated. */
import { sources } from '../rules/sources.ts'
import { off, type Policy, weigh } from './policy.ts'
import { standardRules } from './standards.ts'

export const rfc9325: Policy = {
  id: 'rfc9325@2026-11-24',
  name: 'rfc9325',
  version: '2026-11-24',
  basedOn: null,
  title: { en: 'RFC 9325', da: 'RFC 9325' },
  sources: [
    {
      title: 'RFC 9325: Recommendations for secure use of TLS',
      date: '2022-11',
      url: 'https://www.rfc-editor.org/rfc/rfc9325',
      sureness: 'memory',
    },
    sources.rfc10015,
  ],
  parameters: {
    versions: ['TLSv1.2', 'TLSv1.3'],
    cipherSuites: null,
    groups: null,
    rsaBits: 2048,
    ecBits: 224,
    dhBits: 2048,
    certificateWarningDays: 21,
    certificateMaxDays: null,
    certificateHashBits: null,
  },
  rules: {
    ...standardRules,
    'offers-tls-1-2': weigh('high', 15, { cap: 60, required: true }),
    'offers-tls-1-3': weigh('low', 4),
    'offers-forward-secrecy': weigh('high', 10, { required: true }),
    'offers-aead': weigh('medium', 6),
    'accepts-static-rsa': weigh('high', 8, { required: true }),
    'accepts-64-bit-blocks': weigh('medium', 6),
    'suites-within-policy': off('The document recommends suites and forbids kinds; each kind has a rule of its own'),
    'groups-within-policy': off('The document names minimum sizes, which other rules measure'),
    'certificate-lifetime-within-policy': off('The document sets no limit'),
  },
}
