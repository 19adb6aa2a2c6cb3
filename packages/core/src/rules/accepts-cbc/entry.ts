import { entryFor } from '../entry.ts'
import { acceptsCbc } from './rule.ts'

export const acceptsCbcEntry = entryFor(acceptsCbc)({
  en: {
    title: 'CBC suites are refused',
    why: 'CBC suites are safe only with careful code on both sides. Windows 7 to 8.1 and Server 2012 R2 have no ECDHE-GCM with an RSA certificate, so removing CBC cuts them off.',
    pass: 'No CBC suite is accepted.',
    fail: 'CBC suites are accepted: {suites}.',
    fix: 'Keep them while old Windows clients need them; remove them afterwards.',
  },
  da: {
    title: 'CBC-pakker afvises',
    why: 'CBC-pakker er kun sikre med omhyggelig kode på begge sider. Windows 7 til 8.1 og Server 2012 R2 har ikke ECDHE-GCM med RSA-certifikat, så de mister forbindelsen, hvis CBC fjernes.',
    pass: 'Ingen CBC-pakke accepteres.',
    fail: 'CBC-pakker accepteres: {suites}.',
    fix: 'Behold dem, så længe gamle Windows-klienter har brug for dem, og fjern dem bagefter.',
  },
})
