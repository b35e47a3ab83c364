namespace ResLinkProofs.Kernel.Tests.Conformance;

/// <summary>Cases of our own in the interval test language, for every operation of the kernel.</summary>
internal static class BuiltInCases
{
    internal const string Text = """
        testcase signs {
            pos [-1.5,2.0] = [-1.5,2.0];   pos [empty] = [empty];
            neg [-1.5,2.0] = [-2.0,1.5];   neg [0.0,infinity] = [-infinity,0.0];   neg [empty] = [empty];
            abs [-3.0,2.0] = [0.0,3.0];    abs [-3.0,-2.0] = [2.0,3.0];   abs [-infinity,-2.0] = [2.0,infinity];   abs [empty] = [empty];
            min [1.0,4.0] [2.0,3.0] = [1.0,3.0];   min [empty] [0.0,1.0] = [empty];   min [-infinity,1.0] [entire] = [-infinity,1.0];
            max [1.0,4.0] [2.0,3.0] = [2.0,4.0];   max [0.0,1.0] [empty] = [empty];   max [entire] [5.0,infinity] = [5.0,infinity];
        }
        testcase sums {
            add [1.0,2.0] [0x1p-80,0x1p-80] = [1.0,0x1.0000000000001p1];
            add [0x1.fffffffffffffp1023,0x1.fffffffffffffp1023] [1.0,1.0] = [0x1.fffffffffffffp1023,infinity];
            add [-infinity,1.0] [2.0,infinity] = [entire];   add [1.0,2.0] [empty] = [empty];
            sub [1.0,2.0] [1.0,2.0] = [-1.0,1.0];   sub [1.0,infinity] [1.0,2.0] = [-1.0,infinity];   sub [entire] [entire] = [entire];
        }
        testcase products {
            mul [2.0,3.0] [-5.0,-4.0] = [-15.0,-8.0];   mul [-2.0,3.0] [-5.0,4.0] = [-15.0,12.0];   mul [-3.0,-2.0] [-5.0,-4.0] = [8.0,15.0];
            mul [0.0,0.0] [entire] = [0.0,0.0];   mul [0.0,1.0] [2.0,infinity] = [0.0,infinity];   mul [-1.0,1.0] [entire] = [entire];
            mul [0.0,0.0] [empty] = [empty];   mul [0x1p-600,0x1p-600] [0x1p-600,0x1p-600] = [0.0,0x0.0000000000001p-1022];
            mul [-infinity,-1.0] [0.0,2.0] = [-infinity,0.0];   mul [-infinity,0.0] [-infinity,0.0] = [0.0,infinity];
        }
        testcase quotients {
            div [1.0,2.0] [4.0,8.0] = [0.125,0.5];   div [1.0,1.0] [3.0,3.0] = [0x1.5555555555555p-2,0x1.5555555555556p-2];
            div [1.0,2.0] [0.0,4.0] = [0.25,infinity];   div [1.0,2.0] [-4.0,-0.0] = [-infinity,-0.25];   div [-2.0,-1.0] [-4.0,0.0] = [0.25,infinity];
            div [1.0,2.0] [-1.0,1.0] = [entire];   div [0.0,0.0] [-1.0,1.0] = [0.0,0.0];   div [0.0,0.0] [0.0,0.0] = [empty];   div [1.0,2.0] [0.0,0.0] = [empty];
            div [-1.0,1.0] [0.0,4.0] = [entire];   div [entire] [1.0,2.0] = [entire];   div [1.0,2.0] [1.0,infinity] = [0.0,2.0];   div [-2.0,-1.0] [-infinity,-1.0] = [0.0,2.0];
            recip [2.0,4.0] = [0.25,0.5];   recip [-4.0,0.0] = [-infinity,-0.25];   recip [-1.0,1.0] = [entire];   recip [0.0,0.0] = [empty];   recip [entire] = [entire];
        }
        testcase powers {
            sqr [-3.0,2.0] = [0.0,9.0];   sqr [-3.0,-2.0] = [4.0,9.0];   sqr [entire] = [0.0,infinity];   sqr [empty] = [empty];
            sqrt [4.0,9.0] = [2.0,3.0];   sqrt [-4.0,9.0] = [0.0,3.0];   sqrt [-4.0,-1.0] = [empty];   sqrt [0.0,infinity] = [0.0,infinity];   sqrt [-1.0,0.0] = [0.0,0.0];
            sqrt [2.0,2.0] = [0x1.6a09e667f3bccp0,0x1.6a09e667f3bcdp0];
            pown [-2.0,3.0] 3 = [-8.0,27.0];   pown [-2.0,3.0] 4 = [0.0,81.0];   pown [-2.0,3.0] 0 = [1.0,1.0];   pown [-2.0,3.0] 1 = [-2.0,3.0];
            pown [2.0,4.0] -1 = [0.25,0.5];   pown [-2.0,4.0] -1 = [entire];   pown [-2.0,4.0] -2 = [0.0625,infinity];   pown [0.0,0.0] -3 = [empty];
            pown [-4.0,-2.0] -3 = [-0.125,-0.015625];   pown [0.0,2.0] -3 = [0.125,infinity];   pown [empty] 0 = [empty];   pown [entire] 3 = [entire];
            pown [-infinity,0.0] 2 = [0.0,infinity];   pown [-2.0,0.0] -3 = [-infinity,-0.125];
        }
        testcase exponentials {
            exp [0.0,0.0] = [1.0,1.0];   exp [entire] = [0.0,infinity];   exp [empty] = [empty];   exp [1.0,1.0] = [0x1.5bf0a8b145769p1,0x1.5bf0a8b14576ap1];
            exp [710.0,711.0] = [0x1.fffffffffffffp1023,infinity];   exp [-infinity,-800.0] = [0.0,0x0.0000000000001p-1022];
            log [1.0,1.0] = [0.0,0.0];   log [0.0,1.0] = [-infinity,0.0];   log [-5.0,1.0] = [-infinity,0.0];   log [-5.0,0.0] = [empty];   log [1.0,infinity] = [0.0,infinity];
            log [2.0,2.0] = [0x1.62e42fefa39efp-1,0x1.62e42fefa39f0p-1];
        }
        testcase turning {
            sin [0.0,0.0] = [0.0,0.0];   sin [entire] = [-1.0,1.0];   sin [1.0,2.0] = [0x1.aed548f090ceep-1,1.0];   sin [-2.0,-1.0] = [-1.0,-0x1.aed548f090ceep-1];
            sin [0.0,7.0] = [-1.0,1.0];   sin [empty] = [empty];   sin [0.0,infinity] = [-1.0,1.0];
            cos [0.0,0.0] = [1.0,1.0];   cos [-1.0,1.0] = [0x1.14a280fb5068bp-1,1.0];   cos [entire] = [-1.0,1.0];   cos [3.0,4.0] = [-1.0,-0x1.4eaa606db24c0p-1];   cos [empty] = [empty];
            tan [0.0,0.0] = [0.0,0.0];   tan [1.0,2.0] = [entire];   tan [entire] = [entire];   tan [empty] = [empty];   tan [-1.0,1.0] = [-0x1.8eb245cbee3a6p0,0x1.8eb245cbee3a6p0];
        }
        testcase inverse {
            atan [0.0,0.0] = [0.0,0.0];   atan [entire] = [-0x1.921fb54442d19p0,0x1.921fb54442d19p0];   atan [1.0,1.0] = [0x1.921fb54442d18p-1,0x1.921fb54442d19p-1];   atan [empty] = [empty];
            asin [0.0,0.0] = [0.0,0.0];   asin [-2.0,2.0] = [-0x1.921fb54442d19p0,0x1.921fb54442d19p0];   asin [1.5,2.0] = [empty];   asin [1.0,2.0] = [0x1.921fb54442d18p0,0x1.921fb54442d19p0];
            acos [1.0,1.0] = [0.0,0.0];   acos [-2.0,2.0] = [0.0,0x1.921fb54442d19p1];   acos [-3.0,-2.0] = [empty];   acos [1.0,4.0] = [0.0,0.0];   acos [0.0,0.0] = [0x1.921fb54442d18p0,0x1.921fb54442d19p0];
            sinh [0.0,0.0] = [0.0,0.0];   sinh [-infinity,0.0] = [-infinity,0.0];   sinh [empty] = [empty];
            cosh [0.0,0.0] = [1.0,1.0];   cosh [-infinity,infinity] = [1.0,infinity];   cosh [empty] = [empty];
            tanh [0.0,0.0] = [0.0,0.0];   tanh [-infinity,infinity] = [-1.0,1.0];   tanh [empty] = [empty];
            asinh [0.0,0.0] = [0.0,0.0];   asinh [0.0,infinity] = [0.0,infinity];   asinh [empty] = [empty];
            acosh [1.0,1.0] = [0.0,0.0];   acosh [-3.0,1.0] = [0.0,0.0];   acosh [-3.0,0.5] = [empty];   acosh [0.5,infinity] = [0.0,infinity];
            atanh [0.0,0.0] = [0.0,0.0];   atanh [-2.0,2.0] = [entire];   atanh [1.0,3.0] = [empty];   atanh [0.0,1.0] = [0.0,infinity];
            cbrt [-8.0,27.0] = [-2.0,3.0];   cbrt [0.0,0.0] = [0.0,0.0];   cbrt [-infinity,1.0] = [-infinity,1.0];   cbrt [empty] = [empty];
            pow [4.0,9.0] [0.5,0.5] = [2.0,3.0];   pow [0.0,2.0] [1.0,3.0] = [0.0,8.0];   pow [0.0,0.0] [0.5,1.0] = [0.0,0.0];   pow [2.0,4.0] [-1.0,0.0] = [0.25,1.0];   pow [0.0,infinity] [0.5,0.5] = [0.0,infinity];   pow [empty] [1.0,1.0] = [empty];
        }
        testcase sets {
            intersection [1.0,3.0] [2.0,4.0] = [2.0,3.0];   intersection [1.0,2.0] [3.0,4.0] = [empty];   intersection [entire] [empty] = [empty];   intersection [1.0,2.0] [2.0,4.0] = [2.0,2.0];
            convexHull [1.0,2.0] [3.0,4.0] = [1.0,4.0];   convexHull [empty] [3.0,4.0] = [3.0,4.0];   convexHull [3.0,4.0] [empty] = [3.0,4.0];   convexHull [empty] [empty] = [empty];
            isEmpty [empty] = true;   isEmpty [0.0,0.0] = false;   isEntire [entire] = true;   isEntire [0.0,infinity] = false;   isEntire [empty] = false;
            isSingleton [1.0,1.0] = true;   isSingleton [empty] = false;   isSingleton [1.0,2.0] = false;
            isCommonInterval [1.0,2.0] = true;   isCommonInterval [empty] = false;   isCommonInterval [1.0,infinity] = false;
            equal [0.0,1.0] [-0.0,1.0] = true;   equal [empty] [empty] = true;   equal [empty] [entire] = false;   equal [1.0,2.0] [1.0,3.0] = false;
            subset [1.0,2.0] [1.0,3.0] = true;   subset [empty] [empty] = true;   subset [1.0,2.0] [empty] = false;   subset [entire] [0.0,infinity] = false;
            interior [1.0,2.0] [0.0,3.0] = true;   interior [1.0,2.0] [1.0,3.0] = false;   interior [entire] [entire] = true;   interior [empty] [empty] = true;   interior [1.0,2.0] [empty] = false;
            disjoint [1.0,2.0] [3.0,4.0] = true;   disjoint [1.0,2.0] [2.0,4.0] = false;   disjoint [empty] [entire] = true;
            isMember 1.0 [1.0,2.0] = true;   isMember infinity [entire] = false;   isMember 0.0 [empty] = false;   isMember NaN [entire] = false;
        }
        testcase measures {
            inf [1.0,2.0] = 1.0;   inf [empty] = infinity;   inf [entire] = -infinity;   sup [1.0,2.0] = 2.0;   sup [empty] = -infinity;   sup [entire] = infinity;
            mid [1.0,4.0] = 2.5;   mid [entire] = 0.0;   mid [empty] = NaN;   mid [0.0,infinity] = 0x1.fffffffffffffp1023;   mid [0x1p1023,0x1p1023] = 0x1p1023;
            wid [1.0,4.0] = 3.0;   wid [-1.0,0x1p-60] = 0x1.0000000000001p0;   wid [entire] = infinity;   wid [empty] = NaN;   wid [7.0,7.0] = 0.0;
            mag [-3.0,2.0] = 3.0;   mag [entire] = infinity;   mag [empty] = NaN;   mig [-3.0,2.0] = 0.0;   mig [2.0,3.0] = 2.0;   mig [-3.0,-2.0] = 2.0;   mig [empty] = NaN;
        }
        """;
}
