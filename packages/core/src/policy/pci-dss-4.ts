/** PCI DSS 4.0.1, June 2024: "strong cryptography" without a list of its own. */
import { microsoft365 } from './microsoft-365.ts'
import { off, type Policy, weigh } from './policy.ts'
import { standardRules } from './standards.ts'

export const pciDss4: Policy = {
  id: 'pci-dss-4@2026-11-24',
  name: 'pci-dss-4',
  version: '2026-11-24',
  basedOn: null,
  title: { en: 'PCI DSS 4.0.1', da: 'PCI DSS 4.0.1' },
  sources: [{ title: 'PCI DSS 4.0.1, requirements 4.2.1 and 12.3.3', date: '2024-06', url: null, sureness: 'memory' }],
  parameters: { ...microsoft365.parameters, certificateWarningDays: 30 },
  rules: {
    ...standardRules,
    'offers-tls-1-3': weigh('info', 2),
    'offers-forward-secrecy': weigh('medium', 6),
    'mail-falls-back-to-clear-text': weigh('high', 12, { required: true }),
    'certificate-lifetime-within-policy': off('The standard sets no limit'),
    'suites-within-policy': off('The standard has no list of suites'),
    'groups-within-policy': off('The standard has no list of groups'),
  },
}
