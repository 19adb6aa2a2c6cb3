export { deploymentFromChain } from './deployment.ts'
export { nameFromDer } from './name-from-der.ts'
