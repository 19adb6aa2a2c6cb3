import { entryFor } from '../entry.ts'
import { acceptsTls10 } from './rule.ts'

export const acceptsTls10Entry = entryFor(acceptsTls10)({
  en: {
    title: 'TLS 1.0 is refused',
    why: 'TLS 1.0 has been unsupported in Microsoft 365 since 31 October 2018, rests on SHA-1 and MD5, and is formally historic. Unsupported is not blocked: connections may still work today, and nobody repairs them.',
    pass: 'TLS 1.0 is refused.',
    fail: 'TLS 1.0 is still accepted, with {suites} cipher suites.',
    fix: 'Find the clients that still use TLS 1.0, move them to TLS 1.2, then switch TLS 1.0 off here.',
  },
  da: {
    title: 'TLS 1.0 afvises',
    why: 'TLS 1.0 har ikke været understøttet i Microsoft 365 siden 31. oktober 2018, bygger på SHA-1 og MD5 og er formelt historisk. Ikke understøttet betyder ikke blokeret: Forbindelser kan stadig virke i dag, men ingen retter fejl i dem.',
    pass: 'TLS 1.0 afvises.',
    fail: 'TLS 1.0 accepteres stadig med {suites} krypteringspakker.',
    fix: 'Find de klienter, der stadig bruger TLS 1.0, flyt dem til TLS 1.2, og slå derefter TLS 1.0 fra her.',
  },
})
