package org.wangge.server.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The memory of a program in a process of its own. Not thread-safe. */
final class ProgramMemory implements AutoCloseable {
  private final JMXConnector connector;
  private final MemoryMXBean memory;
  private final MBeanServerConnection beans;

  private ProgramMemory(JMXConnector connector) throws IOException {
    this.connector = connector;
    beans = connector.getMBeanServerConnection();
    memory = ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class);
  }

  /** Looks into a process of this user, which gives the address itself. */
  @SuppressWarnings("BanJNDI")
  static ProgramMemory of(long pid) throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      String address = machine.startLocalManagementAgent();
      machine.detach();
      return new ProgramMemory(JMXConnectorFactory.connect(new JMXServiceURL(address)));
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
    }
  }

  /** Megabytes that are left on the heap after a collection. */
  double heapMegabytes() {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / 1e6;
  }

  /** Megabytes of buffers beside the heap. */
  double directMegabytes() throws IOException {
    return ManagementFactory.getPlatformMXBeans(beans, BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum()
        / 1e6;
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
