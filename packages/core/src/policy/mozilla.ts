/** Mozilla's server side TLS, guideline 6.0. */
import { group, suite } from '../clients/code-points.ts'
import { type Policy, weigh } from './policy.ts'
import { standardRules } from './standards.ts'

const sources = [
  { title: 'Mozilla SSL configuration generator, guideline 6.0', date: null, url: null, sureness: 'read' },
] as const
const tls13 = [suite.aes128Gcm13, suite.aes256Gcm13, suite.chacha13]
const groups = [group.x25519MlKem768, group.x25519, group.p256, group.p384]
const limits = {
  groups,
  rsaBits: 2048,
  ecBits: 256,
  dhBits: 2048,
  certificateWarningDays: 15,
  certificateHashBits: null,
} as const
const rules = {
  ...standardRules,
  'offers-tls-1-3': weigh('high', 10, { required: true }),
  'offers-post-quantum': weigh('low', 2),
  'suites-within-policy': weigh('high', 10, { required: true }),
  'groups-within-policy': weigh('low', 3),
  'accepts-static-rsa': weigh('high', 8, { required: true }),
  'accepts-cbc': weigh('medium', 4, { required: true }),
  'certificate-lifetime-within-policy': weigh('low', 3, { required: true }),
} as const

export const mozillaIntermediate: Policy = {
  id: 'mozilla-intermediate@2026-11-24',
  name: 'mozilla-intermediate',
  version: '2026-11-24',
  basedOn: null,
  title: { en: 'Mozilla intermediate, guideline 6.0', da: 'Mozilla intermediate, retningslinje 6.0' },
  sources,
  parameters: {
    ...limits,
    versions: ['TLSv1.2', 'TLSv1.3'],
    cipherSuites: [
      ...tls13,
      suite.ecdheEcdsaAes128Gcm,
      suite.ecdheRsaAes128Gcm,
      suite.ecdheEcdsaAes256Gcm,
      suite.ecdheRsaAes256Gcm,
      suite.ecdheEcdsaChacha,
      suite.ecdheRsaChacha,
    ],
    certificateMaxDays: 366,
  },
  rules,
}

export const mozillaModern: Policy = {
  id: 'mozilla-modern@2026-11-24',
  name: 'mozilla-modern',
  version: '2026-11-24',
  basedOn: null,
  title: { en: 'Mozilla modern, guideline 6.0', da: 'Mozilla modern, retningslinje 6.0' },
  sources,
  parameters: { ...limits, versions: ['TLSv1.3'], cipherSuites: tls13, certificateMaxDays: 90 },
  rules: {
    ...rules,
    'offers-tls-1-2': { ...weigh('info', 0), off: 'The guideline wants TLS 1.3 alone' },
    'versions-within-policy': weigh('high', 10, { required: true }),
  },
}
