import { entryFor } from '../entry.ts'
import { sharesSignatureWithPeer } from './rule.ts'

export const sharesSignatureWithPeerEntry = entryFor(sharesSignatureWithPeer)({
  en: {
    title: 'A signature scheme in common',
    why: 'The server proves its key by a signature that the other side must be able to check. Microsoft 365 expects SHA-2.',
    pass: 'In common with {peer}: {schemes}.',
    fail: 'No signature scheme in common with {peer}. The server signs with: {schemes}.',
    fix: 'Use an RSA certificate and a TLS library that signs with SHA-256 or better.',
  },
  da: {
    title: 'En fælles signaturalgoritme',
    why: 'Serveren beviser sin nøgle med en signatur, som den anden side skal kunne kontrollere. Microsoft 365 forventer SHA-2.',
    pass: 'Fælles med {peer}: {schemes}.',
    fail: 'Ingen fælles signaturalgoritme med {peer}. Serveren signerer med: {schemes}.',
    fix: 'Brug et RSA-certifikat og et TLS-bibliotek, der signerer med SHA-256 eller bedre.',
  },
})
