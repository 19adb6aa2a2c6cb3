export { isLegacy, protocolNames, spokenProtocol } from './protocol-names.ts'
export { coreStarttls, starttlsChoices } from './starttls.ts'
