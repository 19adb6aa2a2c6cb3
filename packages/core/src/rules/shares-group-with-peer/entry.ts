import { entryFor } from '../entry.ts'
import { sharesGroupWithPeer } from './rule.ts'

export const sharesGroupWithPeerEntry = entryFor(sharesGroupWithPeer)({
  en: {
    title: 'A key-exchange group in common',
    why: 'An ECDHE suite works only with a curve that both sides know. Microsoft names P-256 and P-384; a server that offers only x25519 may be passed by.',
    pass: 'In common with {peer}: {groups}.',
    fail: 'No group in common with {peer}. Accepted here: {groups}.',
    fix: 'Enable the curves P-256 (secp256r1) and P-384 (secp384r1).',
  },
  da: {
    title: 'En fælles nøgleudvekslingsgruppe',
    why: 'En ECDHE-pakke virker kun med en kurve, som begge sider kender. Microsoft nævner P-256 og P-384. En server, der kun tilbyder x25519, kan blive valgt fra.',
    pass: 'Fælles med {peer}: {groups}.',
    fail: 'Ingen fælles gruppe med {peer}. Accepteres her: {groups}.',
    fix: 'Slå kurverne P-256 (secp256r1) og P-384 (secp384r1) til.',
  },
})
