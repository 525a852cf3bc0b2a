package dupin.ui.graph;

import java.util.Arrays;

/// Marks that repel each other and edges that pull, after ForceAtlas2: each round moves every mark by its force, slower where
/// it swings to and fro. Pure arithmetic in flat arrays: the same start gives the same end on any machine.
final class Forces {
    /// Push between two marks without edges at distance one.
    private static final float SCALING = 2_000;

    /// Pull to the middle, which strays need; more of it bends what is long.
    private static final float GRAVITY = 3;

    /// How much swinging is borne before all slow down.
    private static final float TOLERANCE = 1;

    private final Links links;
    private final float[] mass;
    private final Repulsion repulsion;
    private final float[] x;
    private final float[] y;
    private final float[] fx;
    private final float[] fy;
    private final float[] lastX;
    private final float[] lastY;
    private float speed = 1;

    Forces(Links links, double[] startX, double[] startY) {
        this.links = links;
        int n = startX.length;
        mass = new float[n];
        x = new float[n];
        y = new float[n];
        fx = new float[n];
        fy = new float[n];
        lastX = new float[n];
        lastY = new float[n];
        for (int i = 0; i < n; i++) {
            mass[i] = links.degree(i) + 1;
            x[i] = (float) startX[i];
            y[i] = (float) startY[i];
        }
        repulsion = new Repulsion(mass);
    }

    void round() {
        Arrays.fill(fx, 0);
        Arrays.fill(fy, 0);
        repulsion.push(x, y, fx, fy);
        for (int i = 0; i < x.length; i++) {
            float distance = (float) Math.sqrt(x[i] * x[i] + y[i] * y[i]) + 1;
            float pull = GRAVITY * mass[i] / distance;
            fx[i] = fx[i] * SCALING - x[i] * pull;
            fy[i] = fy[i] * SCALING - y[i] * pull;
        }
        for (int e = 0; e < links.count(); e++) {
            int a = links.from[e];
            int b = links.to[e];
            float dx = x[b] - x[a];
            float dy = y[b] - y[a];
            fx[a] += dx;
            fy[a] += dy;
            fx[b] -= dx;
            fy[b] -= dy;
        }
        move();
    }

    private void move() {
        float swinging = 0;
        float going = 0;
        for (int i = 0; i < x.length; i++) {
            swinging += mass[i] * length(fx[i] - lastX[i], fy[i] - lastY[i]);
            going += mass[i] * length(fx[i] + lastX[i], fy[i] + lastY[i]) / 2;
        }
        float wanted = TOLERANCE * going / Math.max(swinging, 1e-6f);
        speed += Math.min(wanted - speed, 0.5f * speed);
        for (int i = 0; i < x.length; i++) {
            float swing = mass[i] * length(fx[i] - lastX[i], fy[i] - lastY[i]);
            float step = 0.1f * speed / (1 + (float) Math.sqrt(speed * swing));
            float force = length(fx[i], fy[i]);
            if (force > 0) {
                step = Math.min(step, 400 / force);
            }
            x[i] += fx[i] * step;
            y[i] += fy[i] * step;
            lastX[i] = fx[i];
            lastY[i] = fy[i];
        }
    }

    private static float length(float dx, float dy) {
        return (float) Math.sqrt(dx * dx + dy * dy);
    }

    double[] xs() {
        return doubles(x);
    }

    double[] ys() {
        return doubles(y);
    }

    private static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }
}
