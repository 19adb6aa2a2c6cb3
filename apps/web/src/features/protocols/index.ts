export { isLegacy, protocolNames, spokenProtocol } from './protocol-names.ts'
