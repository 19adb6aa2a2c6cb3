import { entryFor } from '../entry.ts'
import { acceptsTls11 } from './rule.ts'

export const acceptsTls11Entry = entryFor(acceptsTls11)({
  en: {
    title: 'TLS 1.1 is refused',
    why: 'TLS 1.1 has been unsupported in Microsoft 365 since 31 October 2018 and is formally historic. Leaving it on does not stop TLS 1.2 from working, but it keeps old clients hidden until the day they break.',
    pass: 'TLS 1.1 is refused.',
    fail: 'TLS 1.1 is still accepted, with {suites} cipher suites.',
    fix: 'Find the clients that still use TLS 1.1, move them to TLS 1.2, then switch TLS 1.1 off here.',
  },
  da: {
    title: 'TLS 1.1 afvises',
    why: 'TLS 1.1 har ikke været understøttet i Microsoft 365 siden 31. oktober 2018 og er formelt historisk. At lade den være slået til forhindrer ikke TLS 1.2 i at virke, men det skjuler gamle klienter indtil den dag, de holder op med at virke.',
    pass: 'TLS 1.1 afvises.',
    fail: 'TLS 1.1 accepteres stadig med {suites} krypteringspakker.',
    fix: 'Find de klienter, der stadig bruger TLS 1.1, flyt dem til TLS 1.2, og slå derefter TLS 1.1 fra her.',
  },
})
