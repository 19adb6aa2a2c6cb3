import { entryFor } from '../entry.ts'
import { certificateTrusted } from './rule.ts'

export const certificateTrustedEntry = entryFor(certificateTrusted)({
  en: {
    title: 'The certificate is trusted',
    why: 'A peer that checks certificates ends the connection when the chain leads to no root that it trusts.',
    pass: 'The chain leads to a trusted root. Issued by {issuer}.',
    fail: 'The certificate is not trusted ({state}). Issued by {issuer}.',
    fix: 'Install a certificate from a public CA, or add your own CA as a trust anchor if only your own clients connect.',
  },
  da: {
    title: 'Certifikatet er betroet',
    why: 'En modpart, der kontrollerer certifikater, afbryder forbindelsen, når kæden ikke fører til et rodcertifikat, den stoler på.',
    pass: 'Kæden fører til et betroet rodcertifikat. Udstedt af {issuer}.',
    fail: 'Certifikatet er ikke betroet ({state}). Udstedt af {issuer}.',
    fix: 'Installer et certifikat fra en offentlig CA, eller tilføj jeres egen CA som tillidsanker, hvis kun jeres egne klienter opretter forbindelse.',
  },
})
