import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import type { Disaster } from './supervise.ts';

const DISK_BYTES = 512 * 1024 * 1024;

/**
 * EXT4_IOC_SHUTDOWN with NOLOGFLUSH: from this moment the file system writes nothing more, not even what is in its
 * journal's memory. What was not synced is lost, as in a power cut. Node has no ioctl, so Python makes the call.
 */
const SHUT_DOWN = `
import fcntl, os, struct, sys
disk = os.open(sys.argv[1], os.O_RDONLY)
fcntl.ioctl(disk, 0x8004587D, struct.pack("I", 2))
`;

/** A small ext4 disk of our own on a loop device, whose power can be cut. */
export class LoopDisk {
  readonly #image: string;
  readonly mountPoint: string;

  /** @throws Error with what the system said, without root or loop devices */
  constructor(image: string, mountPoint: string) {
    this.#image = image;
    this.mountPoint = mountPoint;
    writeFileSync(image, '');
    truncateSync(image, DISK_BYTES);
    run('mkfs.ext4', '-q', '-F', image);
    if (!existsSync(mountPoint)) mkdirSync(mountPoint);
    this.mount();
  }

  mount(): void {
    run('mount', '-o', 'loop', this.#image, this.mountPoint);
  }

  unmount(): void {
    run('umount', this.mountPoint);
  }

  cutPower(): void {
    run('python3', '-c', SHUT_DOWN, this.mountPoint);
  }
}

export function powerCut(disk: LoopDisk): Disaster {
  return {
    name: 'power cut',
    strike: async (running) => {
      disk.cutPower();
      running.kill();
      await running.gone;
    },
    recover: async () => {
      disk.unmount();
      disk.mount();
    },
  };
}

function run(command: string, ...args: string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
