/** Time in which this process was given no processor, on a machine that is busy with other things. */

const every = 20;

export class StolenTime {
  private stolen = 0;
  private readonly timer: NodeJS.Timeout;

  constructor() {
    let at = performance.now();
    let used = process.cpuUsage();
    this.timer = setInterval(() => {
      const { user, system } = process.cpuUsage(used);
      const late = performance.now() - at - every;
      // What held the process up by its own work shows as time of the processor, and is not stolen.
      this.stolen += Math.max(0, late - (user + system) / 1000);
      at = performance.now();
      used = process.cpuUsage();
    }, every);
  }

  /** Milliseconds since the beginning. */
  get total(): number {
    return this.stolen;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
