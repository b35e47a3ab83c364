"""One SGD step of the two-layer ReLU network with identity link in NumPy, sampling included.

The student is f(x) = sum relu(x (I + W)), the teacher the same with W*. A step draws a batch of standard normals, evaluates both
networks, and updates W in place: the same work as ResLinkProofs.Descent.StochasticDescent on FreshGaussianBatches.

    usage: python3 numpy_sgd.py DIMENSION BATCH float64|float32 STEPS
Prints the fastest and the median step in milliseconds. Threads: OPENBLAS_NUM_THREADS. Needs only python3-numpy.
"""
import sys
import time

import numpy as np


def main():
    d, batch, steps = int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[4])
    dtype = np.dtype(sys.argv[3])
    rng = np.random.default_rng(1)
    eta = dtype.type(1e-6)
    v = (np.eye(d) + 0.1 / np.sqrt(d) * rng.standard_normal((d, d))).astype(dtype)  # I + W, as NumPy users would keep it
    teacher = (np.eye(d) + 0.1 / np.sqrt(d) * rng.standard_normal((d, d))).astype(dtype)
    x = np.empty((batch, d), dtype)
    z, zs, gradient = np.empty_like(x), np.empty_like(x), np.empty((d, d), dtype)
    times = []
    for step in range(steps + max(2, steps // 4)):
        start = time.perf_counter()
        rng.standard_normal(out=x, dtype=dtype)
        np.matmul(x, teacher, out=zs)
        np.maximum(zs, 0, out=zs)
        np.matmul(x, v, out=z)
        gate = z > 0
        np.maximum(z, 0, out=z)
        residual = z.sum(axis=1) - zs.sum(axis=1)
        np.multiply(gate, (residual * (dtype.type(-2) * eta / dtype.type(batch)))[:, None], out=z)
        np.matmul(x.T, z, out=gradient)
        v += gradient
        times.append(time.perf_counter() - start)
    times = sorted(times[-steps:])
    print(f"{dtype.name} d={d} B={batch}: min {1e3 * times[0]:.3f} ms, median {1e3 * times[len(times) // 2]:.3f} ms")


if __name__ == "__main__":
    main()
