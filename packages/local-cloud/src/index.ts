export { localEnvironment } from './environment.ts';
export { PortTaken } from './free-port.ts';
export { listPorts, type PortName, type Ports, portsFrom } from './ports.ts';
export { type LocalCloud, type LocalCloudOptions, startLocalCloud } from './start-local-cloud.ts';
