export { ownClients } from './own-clients.ts'
export { microsoft365Suites, type PeerId, peerById, peers } from './peers.ts'
export * from './profile.ts'
export { type FailureReason, type Simulation, simulate } from './simulate.ts'
