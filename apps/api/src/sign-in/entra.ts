/** Where Microsoft Entra ID lives, by cloud; read in Microsoft's page on national cloud authentication endpoints. */
export const entraClouds = {
  WORLDWIDE: 'https://login.microsoftonline.com',
  US_GOVERNMENT: 'https://login.microsoftonline.us',
  CHINA: 'https://login.partner.microsoftonline.cn',
} as const
export type EntraCloud = keyof typeof entraClouds

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether it names one directory; `common` and `organizations` would let in everybody's. */
export const isDirectory = (id: string): boolean => guid.test(id.toLowerCase())

/** Issuer of the tokens (version 2.0) of one directory. */
export const entraIssuer = (cloud: EntraCloud, directory: string): string =>
  `${entraClouds[cloud]}/${directory.toLowerCase()}/v2.0`

/** The directory of such an issuer; null where it is none. */
export function directoryOf(issuer: string): string | null {
  const [directory = '', version] = new URL(issuer).pathname.slice(1).split('/')
  return guid.test(directory) && version === 'v2.0' ? directory : null
}

/** The cloud of such an issuer; null where it is none of Microsoft's. */
export function cloudOf(issuer: string): EntraCloud | null {
  const { origin } = new URL(issuer)
  return (Object.keys(entraClouds) as EntraCloud[]).find((cloud) => entraClouds[cloud] === origin) ?? null
}
