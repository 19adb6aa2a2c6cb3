/** Sources that several rules cite. */
import type { Source } from './source.ts'

export const sources = {
  preparingTls12: {
    title: 'Microsoft: Preparing for TLS 1.2 in Office 365 (KB 4057306)',
    date: '2020-10',
    url: null,
    sureness: 'read',
  },
  encryptionReference: {
    title: 'Microsoft 365: Technical reference details about encryption',
    date: null,
    url: null,
    sureness: 'read',
  },
  frontDoor: { title: 'Azure Front Door: End-to-end TLS', date: '2025-04-09', url: null, sureness: 'read' },
  entra: {
    title: 'Entra: Enable support for TLS 1.2 in your environment',
    date: '2025-01-24',
    url: null,
    sureness: 'read',
  },
  exchangeSmtp: {
    title: 'Exchange blog 2065089: TLS 1.0 and 1.1 in SMTP',
    date: '2021-01-15',
    url: null,
    sureness: 'read',
  },
  staticRsaReports: {
    title: 'Field reports on printers that lost SMTP AUTH (static RSA suites)',
    date: '2025-02',
    url: null,
    sureness: 'unsure',
  },
  rfc8996: {
    title: 'RFC 8996: Deprecating TLS 1.0 and TLS 1.1',
    date: '2021-03',
    url: 'https://www.rfc-editor.org/rfc/rfc8996',
    sureness: 'memory',
  },
  rfc7568: {
    title: 'RFC 7568: Deprecating SSL 3.0',
    date: '2015-06',
    url: 'https://www.rfc-editor.org/rfc/rfc7568',
    sureness: 'memory',
  },
  rfc6176: {
    title: 'RFC 6176: Prohibiting SSL 2.0',
    date: '2011-03',
    url: 'https://www.rfc-editor.org/rfc/rfc6176',
    sureness: 'memory',
  },
  rfc8446: {
    title: 'RFC 8446: TLS 1.3',
    date: '2018-08',
    url: 'https://www.rfc-editor.org/rfc/rfc8446',
    sureness: 'memory',
  },
  rfc9325: {
    title: 'RFC 9325: Recommendations for secure use of TLS',
    date: '2022-11',
    url: 'https://www.rfc-editor.org/rfc/rfc9325',
    sureness: 'memory',
  },
  rfc7465: {
    title: 'RFC 7465: Prohibiting RC4',
    date: '2015-02',
    url: 'https://www.rfc-editor.org/rfc/rfc7465',
    sureness: 'memory',
  },
  rfc5746: {
    title: 'RFC 5746: Renegotiation indication',
    date: '2010-02',
    url: 'https://www.rfc-editor.org/rfc/rfc5746',
    sureness: 'memory',
  },
  rfc7507: {
    title: 'RFC 7507: Fallback SCSV',
    date: '2015-04',
    url: 'https://www.rfc-editor.org/rfc/rfc7507',
    sureness: 'memory',
  },
  rfc7627: {
    title: 'RFC 7627: Extended master secret',
    date: '2015-09',
    url: 'https://www.rfc-editor.org/rfc/rfc7627',
    sureness: 'memory',
  },
  rfc7633: {
    title: 'RFC 7633: TLS feature extension (must-staple)',
    date: '2015-10',
    url: 'https://www.rfc-editor.org/rfc/rfc7633',
    sureness: 'memory',
  },
  rfc5280: {
    title: 'RFC 5280: X.509 certificates',
    date: '2008-05',
    url: 'https://www.rfc-editor.org/rfc/rfc5280',
    sureness: 'memory',
  },
  rfc9525: {
    title: 'RFC 9525: Service identity in TLS',
    date: '2023-11',
    url: 'https://www.rfc-editor.org/rfc/rfc9525',
    sureness: 'memory',
  },
  rfc3207: {
    title: 'RFC 3207: SMTP STARTTLS',
    date: '2002-02',
    url: 'https://www.rfc-editor.org/rfc/rfc3207',
    sureness: 'memory',
  },
  rfc7672: {
    title: 'RFC 7672: SMTP security by DANE',
    date: '2015-10',
    url: 'https://www.rfc-editor.org/rfc/rfc7672',
    sureness: 'memory',
  },
  rfc8461: {
    title: 'RFC 8461: SMTP MTA-STS',
    date: '2018-09',
    url: 'https://www.rfc-editor.org/rfc/rfc8461',
    sureness: 'memory',
  },
  rfc8460: {
    title: 'RFC 8460: SMTP TLS reporting',
    date: '2018-09',
    url: 'https://www.rfc-editor.org/rfc/rfc8460',
    sureness: 'memory',
  },
  ratingGuide: { title: 'SSL Labs server rating guide, 2009r', date: '2025-05-16', url: null, sureness: 'third-party' },
  mozilla6: { title: 'Mozilla server side TLS, guideline 6.0', date: null, url: null, sureness: 'read' },
} as const satisfies Record<string, Source>
