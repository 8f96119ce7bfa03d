#!/usr/bin/perl
# Perl's Business::Hours on the same questions: lines "start delay end" in, one line of rates and sums out.
use strict;
use warnings;
use Business::Hours;
use Time::HiRes qw(time);

my $hours = Business::Hours->new();
my %day = (Name => 'open', Start => '08:30', End => '18:00',
  Breaks => [{ Start => '12:30', End => '13:30' }]);
my %closed = (Name => 'closed', Start => undef, End => undef);
$hours->business_hours(0 => {%closed}, 6 => {%closed}, map { $_ => {%day} } 1 .. 5);

my @questions = map { [split] } <STDIN>;
my $sum = 0;
my $start = time;
$sum += $hours->add_seconds($_->[0], $_->[1]) for @questions;
my $deadlines = @questions / (time - $start);
# Elapsed time needs the hours of the whole time laid out first.
my ($first, $last) = (sort { $a <=> $b } map { @$_[0, 2] } @questions)[0, -1];
$hours->for_timespan(Start => $first - 86_400, End => $last + 86_400);
my $counted = 0;
$start = time;
$counted += $hours->between($_->[0], $_->[2]) for @questions;
my $elapsed = @questions / (time - $start);
print "Perl Business::Hours $Business::Hours::VERSION\t$deadlines\t$elapsed\t$sum\t$counted\n";
